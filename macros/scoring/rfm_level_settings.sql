{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The levels of the var rfm_levels, checked: a name goes into SQL, tests and pages, so it holds no quotes or other marks
  that mean something there.
-#}
{% macro rfm_level_settings() -%}
    {%- set levels = var('rfm_levels') -%}
    {%- set unsound = [] -%}
    {%- for level in (levels if levels is sequence and levels is not string and levels is not mapping else []) -%}
        {%- if level is not mapping
            or not modules.re.fullmatch('[\\w·（）+-]([\\w ·（）+-]{0,48}[\\w·（）+-])?', level.user_level | string)
            or not modules.re.fullmatch('[0-9]{1,3}', level.max_total | string) -%}
            {%- do unsound.append(level) -%}
        {%- endif -%}
    {%- else -%}
        {%- do unsound.append(levels) -%}
    {%- endfor -%}
    {%- if unsound -%}
        {{ refuse_setting(
            'rfm_levels holds ' ~ unsound[0] ~ '; give a list like [{user_level: 流失用户, max_total: 5}, …],'
            ~ ' a name being letters, digits and blanks'
        ) }}
    {%- endif -%}
    {{ return(levels) }}
{%- endmacro %}
