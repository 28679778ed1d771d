package com.phoneunite.store;

/**
 * What a host does with events. It is given each event of an account at least once and in order, on whatever thread runs the
 * dispatcher, with no unit of work open. What it throws, an error too, sets the account aside until the next run, which begins with the same event.
 */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles one event. The same event may come again: it then has the same {@link RecordedEvent#id()}.
     *
     * @throws Exception if the event was not handled, and is to come again
     */
    void handle(RecordedEvent event) throws Exception;
}
