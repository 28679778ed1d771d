package com.phoneunite.postgresql;

import com.phoneunite.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds in plans what would take longer the more a table or an account holds.
 *
 * @param sizes how many rows each table has
 */
record PlanJudge(Map<String, Long> sizes) {

    /** A table with more is large. */
    static final int LARGE = 1_000;

    /** A page, and as much again as a plan may read in vain. */
    private static final int MOST_ROWS = 2 * PageRequest.MAX_LIMIT + 200;

    /** Counts what a limit of the rulebook bounds, in an index. */
    private static final String COUNT = "SELECT count(*)";

    /** Pages to come from the root of an index to a row, of each of which there may be several versions; and for a start. */
    private static final int PAGES_A_ROW = 6;

    private static final int PAGES_AT_FIRST = 12;

    /** What is wrong with a plan: a line each. */
    List<String> faults(ExplainedPlan plan) {
        List<String> faults = new ArrayList<>();
        boolean isCount = plan.statement().startsWith(COUNT);
        plan.nodes().forEach(node -> judge(node, plan.pages(node), isCount, faults));
        return faults;
    }

    private void judge(ExplainedPlan.Node node, double pages, boolean isCount, List<String> faults) {
        boolean isLookedAt = node.type().contains("Scan")
                && !(node.table().isEmpty() && node.text("Index Name").isEmpty());
        String what = node.type() + " of " + node.table() + " by " + node.text("Index Name") + " "
                + node.text("Index Cond") + " then " + node.text("Filter");
        if (node.type().equals("Seq Scan") && sizes.getOrDefault(node.table(), 0L) > LARGE) {
            faults.add(what + " goes through a large table");
        }
        if (isLookedAt && node.read() > MOST_ROWS && !isCount) {
            faults.add(what + " reads " + node.read() + " rows");
        }
        if (isLookedAt && pages > PAGES_AT_FIRST + PAGES_A_ROW * (node.read() + node.loops())) {
            faults.add(what + " reads " + pages + " pages for " + node.read() + " rows");
        }
        if (node.type().contains("Sort") && node.given() > MOST_ROWS) {
            faults.add(node.type() + " by " + node.text("Sort Key") + " of " + node.given() + " rows");
        }
    }
}
