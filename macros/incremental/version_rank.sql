{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  1 = the version of a fact's key that is kept: the latest, then the largest raw record, which is arbitrary but the same on
  every run. Defective rows are ranked apart, so that they cannot push out a sound one, and each kind of them by itself.
-#}
{% macro version_rank(key, version_by) -%}
    row_number() over (
            partition by key_hash, {{ key }}, case when reject_reason is not null then raw_fingerprint end
            order by {{ version_by }} desc nulls last, raw_record desc
        )
{%- endmacro %}
