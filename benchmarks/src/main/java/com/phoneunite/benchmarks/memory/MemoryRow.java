package com.phoneunite.benchmarks.memory;

import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Row;

/**
 * A row that is measured in memory.
 *
 * @param row the row
 * @param floor who is the floor
 * @param ours who is measured beside it
 */
record MemoryRow(Row row, Contender floor, Contender ours) {

    static MemoryRow of(String name, String floorName, Goal goal, Contender floor, Contender ours) {
        return new MemoryRow(new Row(name, floorName, Row.Unit.NANOSECONDS, goal), floor, ours);
    }
}
