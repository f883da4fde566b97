#!/bin/bash
# 恢复：restore.sh 一份备份 新库名 [附件目录]
# 只恢复到一个新库，不碰现有的库；核对无误后停服务、改库名切换（见 README.md）。
# 集群由 PGHOST、PGPORT、PGUSER 指定，须是超级用户；角色须已建好（postgres/roles.sql）。
set -euo pipefail
umask 077
from=${1:?用法：restore.sh 一份备份 新库名 [附件目录]}
database=${2:?用法：restore.sh 一份备份 新库名 [附件目录]}
files=${3:-}
sql=$(dirname "$(readlink -f "$0")")/postgres
run() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

(cd "$from" && sha256sum --check --quiet SHA256SUMS)
if [ "$(run -d postgres -v database="$database" -At <<<"select count(*) from pg_database where datname = :'database'")" != 0 ]; then
    echo "✗ 库 $database 已经存在。请换一个新库名" >&2
    exit 1
fi
if [ -n "$files" ] && [ -n "$(find "$files" -mindepth 1 -print -quit 2>/dev/null)" ]; then
    echo "✗ 附件目录 $files 不是空的。请换一个空目录" >&2
    exit 1
fi
if [ -n "$files" ] && [ ! -f "$from/files.tar" ]; then
    echo "✗ 这份备份没有附件" >&2
    exit 1
fi

run -d postgres -v database="$database" -f "$sql/database.sql"
trap 'run -d postgres -v database="$database" <<<"drop database :\"database\""; echo "✗ 恢复未完成，新库已删去" >&2' EXIT
pg_restore --dbname="$database" --exit-on-error --jobs="${JOBS:-2}" "$from/database"
# 备份之后发生过的事不再发生一遍：扣住待派发的事实与任务，作废全部登录
run -d "$database" -f "$sql/after_restore.sql"
run -d "$database" -c analyze
if [ -n "$files" ]; then
    mkdir -p "$files"
    tar -C "$files" -xf "$from/files.tar"
fi
trap - EXIT

run -d "$database" -At <<'SQL'
select '✓ 已恢复；扣住待派发的事实 ' || (changes ->> 'outbox_held') || ' 件、任务 ' || (changes ->> 'jobs_held')
    || ' 项，作废登录 ' || (changes ->> 'sessions_revoked') || ' 个'
from audit where operations = '{platform.restore}' order by at desc limit 1;
SQL
echo "  看过之后放行：psql -d $database -f $sql/release.sql"
