package com.phoneunite.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** An SLF4J provider that prints nothing, and keeps what is logged on any thread while somebody listens. */
public final class CapturedLogs implements SLF4JServiceProvider {

    private static final List<Listener> LISTENERS = Collections.synchronizedList(new ArrayList<>());

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    /** What was logged on any thread while the work ran, messages and exceptions, at every level. */
    public static List<String> during(Runnable work) {
        return during(work, thread -> true);
    }

    /**
     * What the project itself logged on this thread while the work ran: the lines of its libraries tell of their caches, too, and other
     * threads may still be at what an earlier test gave up.
     */
    public static List<String> ownDuring(Runnable work) {
        return during(work, Thread.currentThread()::equals).stream()
                .filter(line -> line.split(" ", 3)[1].startsWith("com.phoneunite."))
                .toList();
    }

    private static List<String> during(Runnable work, Predicate<Thread> on) {
        Listener listener = new Listener(on);
        LISTENERS.add(listener);
        try {
            work.run();
        } finally {
            LISTENERS.remove(listener);
        }
        return List.copyOf(listener.lines);
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Kept::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    /** Equal to itself alone, as two may have heard the same. */
    private static final class Listener {

        private final Predicate<Thread> on;
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        private Listener(Predicate<Thread> on) {
            this.on = on;
        }

        private void hear(String line) {
            if (on.test(Thread.currentThread())) {
                lines.add(line);
            }
        }
    }

    private static final class Kept extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private Kept(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return listening();
        }

        @Override
        public boolean isDebugEnabled() {
            return listening();
        }

        @Override
        public boolean isInfoEnabled() {
            return listening();
        }

        @Override
        public boolean isWarnEnabled() {
            return listening();
        }

        @Override
        public boolean isErrorEnabled() {
            return listening();
        }

        private static boolean listening() {
            return !LISTENERS.isEmpty();
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Kept.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            String line =
                    level + " " + name + ": " + MessageFormatter.basicArrayFormat(pattern, arguments) + " " + thrown;
            synchronized (LISTENERS) {
                LISTENERS.forEach(one -> one.hear(line));
            }
        }
    }
}
