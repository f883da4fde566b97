import { createTexts } from '@kit/i18n/texts'

export const t = createTexts(
  {
    title: '消息',
    unread: '未读消息 {count} 条',
    open: '查看消息',
    all: '全部消息',
    none: '没有未读消息',
    noneHelp: '与您有关的分办、到期、会签、审定等事项会在这里提醒。',
    onlyUnread: '只看未读',
    read: '标为已读',
    readAll: '全部标为已读',
    marked: '已标为已读',
    when: '时间',
    what: '事项',
    go: '去办理',
  },
  {
    title: 'Notices',
    unread: '{count} unread notices',
    open: 'Show notices',
    all: 'All notices',
    none: 'Nothing unread',
    noneHelp: 'What is handed to you, falls due or waits for your decision is told here.',
    onlyUnread: 'Unread only',
    read: 'Mark as read',
    readAll: 'Mark all as read',
    marked: 'Marked as read',
    when: 'When',
    what: 'What',
    go: 'Go to it',
  },
)
