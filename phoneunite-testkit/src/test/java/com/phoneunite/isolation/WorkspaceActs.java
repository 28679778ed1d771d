package com.phoneunite.isolation;

import com.phoneunite.OrganizationWorkspace;
import java.util.List;

/** What concerns an organization as a whole. */
final class WorkspaceActs {

    private static final List<String> DIALLED = List.of("911", "+12025550123", "*1", "no number");

    private WorkspaceActs() {}

    /** Rule O6: whether calls may be placed hangs on the state, which may hang on the shared balance. */
    static Object mayCall(Turn turn) {
        boolean may = turn.workspace().mayCall(DIALLED.get(turn.number() % 4));
        return turn.scene().money(may);
    }

    static Object export(Turn turn) {
        return turn.workspace().export();
    }

    static Object look(Turn turn) {
        return turn.workspace().organization();
    }

    static Object switchWorkspace(Turn turn) {
        OrganizationWorkspace workspace = turn.session().switchTo(turn.organization());
        return workspace.id();
    }

    static Object rename(Turn turn) {
        return turn.session().renameOrganization(turn.organization(), turn.place() + " " + turn.number());
    }

    static Object close(Turn turn) {
        return turn.session().closeOrganization(turn.organization());
    }
}
