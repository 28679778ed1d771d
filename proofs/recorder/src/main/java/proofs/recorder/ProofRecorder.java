package proofs.recorder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down each test of a method that passes, fails or is skipped, into the folder that the system property {@code phoneunite.proofs}
 * names; without one it writes nothing. Each invocation of a parameterized, repeated or dynamic test is a line of its own. What a test
 * itself launches is that test's business and is not written down. Thread-safe.
 */
public final class ProofRecorder implements TestExecutionListener {
    private static final AtomicReference<@Nullable ProofRecorder> RECORDING = new AtomicReference<>();
    private static final AtomicReference<@Nullable Path> WRITTEN = new AtomicReference<>();

    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private @Nullable TestPlan plan;
    private @Nullable ProofRecord file;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        String folder = System.getProperty("phoneunite.proofs", "");
        if (folder.isBlank() || !RECORDING.compareAndSet(null, this)) {
            return;
        }
        Path into = Path.of(folder);
        plan = testPlan;
        file = ProofRecord.in(into, System.getProperty("test", ""), into.equals(WRITTEN.getAndSet(into)));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        if (file != null) {
            file.close();
            file = null;
            RECORDING.set(null);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Long start = started.remove(test.getUniqueId());
        long nanos = start == null ? 0 : System.nanoTime() - start;
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    write(test, "passed", nanos);
                }
            }
            case ABORTED -> write(test, "skipped", nanos);
            case FAILED -> write(test, "failed", nanos);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (plan != null) {
            Stream.concat(Stream.of(test), plan.getDescendants(test).stream())
                    .filter(one -> one.isTest() || own(one).isPresent())
                    .forEach(one -> write(one, "skipped", 0));
        }
    }

    private void write(TestIdentifier test, String result, long nanos) {
        ProofRecord into = file;
        if (into != null) {
            proving(test).ifPresent(member -> {
                int tries = Tries.take(member.type(), member.name());
                into.write(member.type(), member.name(), result, tries, nanos);
            });
        }
    }

    /** What the test is written as: a method or, as ArchUnit's rules are, a field; for an invocation that which gave rise to it. */
    private Optional<Member> proving(TestIdentifier test) {
        Optional<Member> own = own(test);
        return own.isPresent() || plan == null ? own : plan.getParent(test).flatMap(this::proving);
    }

    private static Optional<Member> own(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            return Optional.of(new Member(method.getClassName(), method.getMethodName()));
        }
        List<UniqueId.Segment> path = test.getUniqueIdObject().getSegments();
        UniqueId.Segment last = path.get(path.size() - 1);
        return last.getType().equals("field")
                ? Optional.of(new Member(path.get(path.size() - 2).getValue(), last.getValue()))
                : Optional.empty();
    }

    private record Member(String type, String name) {}
}
