{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The three schemas of ADS, derived from the `candidate` schema in which dbt builds and tests (…_ads_candidate): people read
  `published` (…_ads), and `release` holds the tables of one run (…_ads__r…).
-#}
{% macro release_schemas(candidate, release=none) -%}
    {%- if not candidate.endswith('_candidate') -%}
        {{ exceptions.raise_compiler_error(
            "The schema of released tables is '" ~ candidate ~ "'; let it end in _candidate (config schema of models/ads),"
            ~ " because people read the same name without that ending"
        ) }}
    {%- endif -%}
    {%- set published = candidate[:-('_candidate' | length)] -%}
    {{ return({
        'candidate': candidate,
        'published': published,
        'release': published ~ '__' ~ (release or release_id()),
    }) }}
{%- endmacro %}
