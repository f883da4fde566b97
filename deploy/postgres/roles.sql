-- 由 make generate 写成，请勿手改。
-- 数据库管理员在集群上执行一次，随后为 bole_owner 与 bole_app 各设一个口令，并建库：
--   create database bole owner bole_owner template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C' lc_ctype 'C.UTF-8';

create role bole_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
do $$ begin create role bole_staff nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bole_employer nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bole_leader nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bole_talent nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bole_partner nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bole_system nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
grant bole_staff to bole_employer;
do $$ begin create role bole_app login noinherit nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
grant bole_staff, bole_employer, bole_leader, bole_talent, bole_partner, bole_system to bole_app;
