-- 人看过之后放行恢复时扣住的事实与任务，由后台进程照常办理。
-- 先看：select seq, at, fact from outbox where error = 'RESTORED' order by seq;
--       select id, created, entrypoint from pgqueuer where headers ? 'restored';
-- 确知已经办过的，放行之前标为已派发：update outbox set delivered_at = now(), error = null where seq in (…);
begin;

with told as (
    update outbox set attempts = 0, error = null where error = 'RESTORED' and delivered_at is null
    returning 1
), jobs as (
    update pgqueuer set status = 'queued', execute_after = now(), updated = now(), headers = headers - 'restored'
    where status = 'failed' and headers ? 'restored'
    returning 1
)
insert into audit (actor_id, actor_name, operations, rows, changes)
select '00000000-0000-0000-0000-000000000000', '平台', '{platform.release}', '{}', jsonb_build_object(
    'outbox_released', (select count(*) from told),
    'jobs_released', (select count(*) from jobs)
);

commit;
