"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Opens a Spark session with the settings of the dbt profile, so that it sees the same tables as dbt.
"""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import Any

from dbt.config.runtime import load_profile
from dbt.flags import set_from_args
from dbt_common.context import set_invocation_context
from dbt_common.exceptions import DbtBaseException
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from customer_value.errors import SessionError
from dbt_spark_local.class_archive.use import use_class_archive
from dbt_spark_local.empty_environment import forget_empty_variables
from dbt_spark_local.master import NoMasterError, refuse_missing_master
from dbt_spark_local.session_clock import TimeZoneError, keep_time_of_session
from dbt_spark_local.warehouse_lock import WarehouseError, lock_warehouse
from dbt_spark_session_python.workers import start_workers_with_this_python

# dbt-spark's name for a Spark session in the process itself
SESSION = "session"


def find_project(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds a dbt_project.yml.

    Raises SessionError where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "dbt_project.yml").is_file():
            return folder
    raise SessionError(
        f"No dbt_project.yml in {start} or above it:"
        " go to the project or name it with --project-dir."
    )


def read_profile(project_dir: Path, profiles_dir: Path, target: str | None = None) -> Any:
    """A target of the project's dbt profile, rendered by dbt itself: a dbt `Profile`.

    Raises SessionError where it cannot be read or the target is not one of Spark.
    """
    set_invocation_context(os.environ)
    set_from_args(Namespace(PROFILES_DIR=str(profiles_dir), PROJECT_DIR=str(project_dir)), None)
    try:
        profile = load_profile(str(project_dir), {}, target_override=target)
    except DbtBaseException as problem:
        sentence = " ".join(str(problem).split())
        raise SessionError(
            f"dbt cannot use the profile in {profiles_dir}: {sentence}. Choose a target with"
            " --target."
        ) from None
    if profile.credentials.type != "spark":
        raise SessionError(
            f"The dbt target '{profile.target_name}' is of type '{profile.credentials.type}', not"
            " of Spark; choose one with --target."
        )
    return profile


def session_settings(
    project_dir: Path, profiles_dir: Path, target: str | None = None
) -> dict[str, str]:
    """The Spark settings of a target of the project's dbt profile.

    Raises SessionError where the profile cannot be read or the target is not a Spark session.
    """
    profile = read_profile(project_dir, profiles_dir, target)
    method = profile.credentials.method
    if method != SESSION:
        raise SessionError(
            f"The dbt target '{profile.target_name}' reaches Spark by method '{method}'. This"
            f" command needs a target of method '{SESSION}'; choose one with --target."
        )
    settings = profile.credentials.server_side_parameters or {}
    return {key: str(value) for key, value in settings.items()}


def open_session(project_dir: Path, profiles_dir: Path, target: str | None = None) -> SparkSession:
    """Open the session that dbt would open for a target, or return the one that is running.

    Changes into the project folder first, as dbt does, because paths in the profile may be relative
    to it, and lets local time in this process be that of the session. Raises SessionError where the
    profile, Spark or the metastore does not answer.
    """
    settings = session_settings(project_dir.resolve(), profiles_dir.resolve(), target)
    os.chdir(project_dir)
    forget_empty_variables()
    use_class_archive()
    try:
        keep_time_of_session(settings)
        refuse_missing_master(settings)
        lock_warehouse(settings)
    except (NoMasterError, TimeZoneError, WarehouseError) as refused:
        raise SessionError(str(refused)) from None
    builder = SparkSession.builder.enableHiveSupport()
    for key, value in settings.items():
        builder = builder.config(key, value)
    try:
        session = builder.getOrCreate()
        session.catalog.databaseExists("default")
        start_workers_with_this_python(session)
    except PySparkException as problem:
        raise SessionError(_why_closed(problem)) from None
    return session


def _why_closed(problem: PySparkException) -> str:
    text = str(problem)
    # Derby's word for a metastore that another process has open, sometimes hidden behind Hive's.
    if "XSDB6" in text or "SessionHiveMetaStoreClient" in text:
        return "The metastore is in use by another process, perhaps a build: wait until it ends."
    return f"Spark did not start: {text.splitlines()[0] if text else type(problem).__name__}"
