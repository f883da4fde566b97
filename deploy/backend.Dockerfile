# 后端镜像：API、后台进程与迁移是同一个镜像的三条命令。在仓库根目录构建：
#   docker build -f deploy/backend.Dockerfile -t bole-backend .
FROM python:3.11-slim AS wheels
COPY deploy/requirements.lock /tmp/requirements.lock
# 只装锁定的版本，逐个核对散列；依赖已在锁文件中列全，所以不再推算
RUN python -m venv /opt/bole \
    && /opt/bole/bin/pip install --no-cache-dir --require-hashes --no-deps -r /tmp/requirements.lock

FROM python:3.11-slim
RUN groupadd --system --gid 10001 bole \
    && useradd --system --uid 10001 --gid bole --home-dir /nonexistent --shell /usr/sbin/nologin bole \
    && install -d -o bole -g bole -m 0700 /var/lib/bole/files
COPY --from=wheels /opt/bole /opt/bole
WORKDIR /srv/bole
COPY migrations migrations
COPY backend/bole backend/bole
RUN /opt/bole/bin/python -m compileall -q backend/bole
ENV PATH=/opt/bole/bin:$PATH \
    PYTHONPATH=/srv/bole/backend \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TZ=Asia/Shanghai \
    BOLE_ENV=production \
    BOLE_HOST=0.0.0.0 \
    BOLE_FILES_DIR=/var/lib/bole/files
USER 10001:10001
EXPOSE 8000
VOLUME /var/lib/bole/files
# 只问进程还答不答话：数据库断了不该把每个进程都重启一遍，那由 /readyz 告诉监控
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["python", "-m", "bole.cli"]
CMD ["serve"]
