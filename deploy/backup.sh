#!/bin/bash
# 备份：backup.sh 存放目录 [附件目录]
# 数据库由 PGHOST、PGPORT、PGUSER、PGDATABASE（默认 bole）指定，须是超级用户或 BYPASSRLS 的角色：
# 行级安全对属主也生效，属主备份不全。KEEP 是保留的份数（默认 14），JOBS 是并行数（默认 2）。
set -euo pipefail
umask 077
into=${1:?用法：backup.sh 存放目录 [附件目录]}
files=${2:-}
export PGDATABASE=${PGDATABASE:-bole}
made=$into/$(date +%Y%m%dT%H%M%S)
partial=$made.partial

mkdir -p "$partial"
trap 'rm -rf "$partial"' EXIT

# 同一时刻的快照，不停业务。先库后附件：附件只增，库里提到的必在其中
pg_dump --format=directory --jobs="${JOBS:-2}" --file="$partial/database"
if [ -n "$files" ]; then
    tar -C "$files" -cf "$partial/files.tar" .
fi
pg_restore --list "$partial/database" >"$partial/contents.txt"
sums=$(cd "$partial" && find . -type f -print0 | sort -z | xargs -0 sha256sum)
printf '%s\n' "$sums" >"$partial/SHA256SUMS"
mv "$partial" "$made"
trap - EXIT
echo "✓ 已备份到 $made"

# 只清理自己做的、完整的、最旧的
find "$into" -mindepth 1 -maxdepth 1 -type d -regextype posix-extended -regex '.*/[0-9]{8}T[0-9]{6}' | sort |
    head -n -"${KEEP:-14}" | while IFS= read -r old; do
        rm -rf "$old"
        echo "  已删去旧备份 $old"
    done
