"""The log of a year as a Parquet file, for logs too large for a spreadsheet.

It needs pyarrow, which isn't installed with the product unless it is asked for, so
nothing else may import this module.
"""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from simulation.clock import HOUR
from simulation.event_files import COLUMNS
from simulation.log import Log
from simulation.rows import Row


def write_event_table(log: Log, path: Path, *, year: int) -> None:
    """Write a log as a Parquet file with the columns of the CSV file.

    Parameters
    ----------
    log
        The log.
    path
        The file.
    year
        The year that was played.
    """
    begin = np.datetime64(f"{year}-01-01", "us").astype(np.int64)
    columns = zip(*log.rows, strict=True) if log.rows else [()] * len(COLUMNS)
    arrays = []
    for name, values in zip(Row._fields, columns, strict=True):
        match name:
            case "at" | "since":
                moments = [None if one is None else one + int(begin) for one in values]
                arrays.append(pa.array(moments, pa.timestamp("us")))
            case "length":
                arrays.append(pa.array([one / HOUR for one in values], pa.float64()))
            case "piece" | "step" | "other_piece":
                arrays.append(pa.array(values, pa.int64()))
            case _:
                texts = pa.array([str(one) for one in values], pa.string())
                arrays.append(texts.dictionary_encode())
    pq.write_table(pa.table(arrays, names=list(COLUMNS)), path)
