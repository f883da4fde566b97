-- 恢复之后、启用之前执行（restore.sh 会执行它）：备份之后发生过的事不再发生一遍。
begin;

with told as (
    -- 备份时还没派发的事实，多半在事故之前已经派发：先扣住，人看过再放行
    update outbox set attempts = 1000, error = 'RESTORED' where delivered_at is null and attempts < 1000
    returning 1
), jobs as (
    update pgqueuer set status = 'failed', headers = coalesce(headers, '{}') || '{"restored": true}'
    where status in ('queued', 'picked')
    returning 1
), sessions as (
    -- 备份之后注销的登录会随备份复活：全部作废，请重新登录
    update session set revoked_at = clock_timestamp() where revoked_at is null
    returning 1
), attempts as (
    delete from oidc_attempt returning 1
)
insert into audit (actor_id, actor_name, operations, rows, changes)
select '00000000-0000-0000-0000-000000000000', '平台', '{platform.restore}', '{}', jsonb_build_object(
    'outbox_held', (select count(*) from told),
    'jobs_held', (select count(*) from jobs),
    'sessions_revoked', (select count(*) from sessions),
    'sign_ins_forgotten', (select count(*) from attempts)
);

commit;
