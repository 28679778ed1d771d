package com.phoneunite.testkit.audit;

/** Rule B10: usage is of an organization that is open. */
record UsageJudge(Dossier dossier) implements Judge {

    @Override
    public void line(Told told, Line line) {
        if (line.kind() != LineKind.USAGE || !told.look().isComplete()) {
            return;
        }
        Course course = line.organization()
                .map(id -> dossier.course(told.look(), id))
                .orElseThrow(() -> told.breach("B10", line + " is for no organization"));
        if (!course.state.isOpen()) {
            throw told.breach("B10", line + " is for " + course + ", which is closed");
        }
    }
}
