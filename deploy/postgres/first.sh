#!/bin/bash
# 集群首次启动时，在 roles.sql 之后执行一次：两个登录角色的口令，以及空库 bole。
set -euo pipefail
sql=${BOLE_SQL:-$(dirname "$(readlink -f "$0")")}

psql -X -q -v ON_ERROR_STOP=1 -v owner="${OWNER_PASSWORD:?}" -v app="${APP_PASSWORD:?}" \
    --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
alter role bole_owner password :'owner';
alter role bole_app password :'app';
SQL
psql -X -q -v ON_ERROR_STOP=1 -v database="${BOLE_DATABASE:-bole}" \
    --username "${POSTGRES_USER:-postgres}" --dbname postgres -f "$sql/database.sql"
