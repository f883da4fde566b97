import { createTexts } from '@kit/i18n/texts'

export const t = createTexts(
  {
    due: '应联系的专家',
    dueEmpty: '三十天内没有到期的联系',
    countersigns: '等我单位会签',
    countersignsEmpty: '没有待会签的一事一议事项',
    notices: '未读消息',
    noticesEmpty: '没有未读消息',
    overdue: '已逾期 {days} 天',
    today: '今天到期',
    left: '还有 {days} 天',
    lastContact: '上次联系 {day}',
  },
  {
    due: 'Experts to contact',
    dueEmpty: 'No contact falls due within thirty days',
    countersigns: 'Countersigns waiting for my unit',
    countersignsEmpty: 'No fast-track case waits for a countersign',
    notices: 'Unread notices',
    noticesEmpty: 'Nothing unread',
    overdue: '{days} days overdue',
    today: 'due today',
    left: '{days} days left',
    lastContact: 'last contact {day}',
  },
)
