-- 一个符合要求的空库：builtin 的 C.UTF-8，在每台机器上排序与比较都一样。
create database :"database" owner "bole_owner" template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C' lc_ctype 'C.UTF-8';
