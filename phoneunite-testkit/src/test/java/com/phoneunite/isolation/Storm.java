package com.phoneunite.isolation;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.UserSession;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SoundId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Many threads that call every section of workspaces that one user has opened, while somebody takes what the user may do. */
final class Storm {

    private static final int THREADS = 4;
    private static final int CALLS_AFTER = 40;
    private static final PageRequest PAGE = PageRequest.first(5);
    private static final UUID NOBODYS = UUID.fromString("0190b1a0-0000-7000-8000-00000000dead");

    /** What a frame of MPEG audio of 417 bytes begins with. */
    private static final byte[] FRAME_HEADER = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0};

    /** What a call needs: to change takes an administrator, to add takes an organization that is not suspended. */
    record Call(String name, boolean manages, boolean adds) {}

    private record Deed(Call call, Doing doing) {}

    private interface Doing {
        void in(OrganizationWorkspace workspace, Storm storm);
    }

    private static final ResourceType<String> NOTE = new ResourceType<>() {
        @Override
        public String name() {
            return "note";
        }

        @Override
        public void check(String content, BiConsumer<String, String> report) {}

        @Override
        public String write(String content) {
            return content;
        }

        @Override
        public String read(String json) {
            return json;
        }
    };

    private static final List<Deed> DEEDS = List.of(
            look("organization", (here, storm) -> here.organization()),
            look("mayCall", (here, storm) -> here.mayCall("911")),
            look("numbers.list", (here, storm) -> here.phoneNumbers().list(PAGE)),
            look("trees.list", (here, storm) -> here.callTrees().list(PAGE)),
            look("trees.walk", (here, storm) -> here.callTrees().walk(storm.tree, "1 -")),
            look("sounds.open", (here, storm) -> here.sounds().open(storm.sound)),
            look("notes.list", (here, storm) -> here.resources(NOTE).list(PAGE)),
            look("members.list", (here, storm) -> here.members().list(PAGE)),
            look("switchTo", (here, storm) -> storm.victim.switchTo(storm.here)),
            manage("people.list", (here, storm) -> here.people().list(PAGE)),
            manage("administrators.list", (here, storm) -> here.administrators().list(PAGE)),
            manage("invitations.list", (here, storm) -> here.invitations().list(PAGE)),
            manage("export", (here, storm) -> here.export()),
            add(
                    "numbers.add",
                    (here, storm) -> storm.numbers.add(
                            here.phoneNumbers().add(storm.newNumber()).number().value())),
            add(
                    "numbers.route",
                    (here, storm) -> here.phoneNumbers().route(storm.number, Destination.callTree(storm.tree))),
            manage("numbers.unroute", (here, storm) -> here.phoneNumbers().unroute(storm.number)),
            manage(
                    "numbers.move",
                    (here, storm) -> here.phoneNumbers()
                            .move(Objects.requireNonNullElse(storm.numbers.poll(), "+12025559999"), storm.there)),
            manage(
                    "numbers.remove",
                    (here, storm) -> here.phoneNumbers()
                            .remove(Objects.requireNonNullElse(storm.numbers.poll(), "+12025559999"))),
            add(
                    "trees.save",
                    (here, storm) -> storm.trees.add(
                            here.callTrees().save(storm.newTree()).id())),
            add("trees.saveAnew", (here, storm) -> here.callTrees().save(storm.tree, storm.newTree())),
            manage(
                    "trees.remove",
                    (here, storm) -> here.callTrees()
                            .remove(Objects.requireNonNullElse(storm.trees.poll(), new CallTreeId(NOBODYS)))),
            add(
                    "sounds.add",
                    (here, storm) -> storm.sounds.add(
                            here.sounds().add(storm.newName(), storm.newSound()).id())),
            add("sounds.replace", (here, storm) -> here.sounds().replace(storm.sound, storm.newSound())),
            add("sounds.rename", (here, storm) -> here.sounds().rename(storm.sound, storm.newName())),
            manage(
                    "sounds.remove",
                    (here, storm) -> here.sounds()
                            .remove(Objects.requireNonNullElse(storm.sounds.poll(), new SoundId(NOBODYS)))),
            add(
                    "notes.add",
                    (here, storm) -> storm.notes.add(
                            here.resources(NOTE).add(storm.newName(), "1").id())),
            manage(
                    "notes.remove",
                    (here, storm) -> here.resources(NOTE)
                            .remove(Objects.requireNonNullElse(storm.notes.poll(), new ResourceId(NOBODYS)))),
            add("members.add", (here, storm) -> here.members().add(storm.owner.user(), "202")),
            manage("members.remove", (here, storm) -> here.members().remove(storm.owner.user())),
            add(
                    "invitations.invite",
                    (here, storm) -> storm.invitations.add(here.invitations()
                            .inviteAdministrator("guest" + storm.counter.incrementAndGet() + "@example.com")
                            .invitation()
                            .id())),
            manage(
                    "invitations.revoke",
                    (here, storm) -> here.invitations()
                            .revoke(Objects.requireNonNullElse(storm.invitations.poll(), new InvitationId(NOBODYS)))));

    static final List<String> NAMES =
            DEEDS.stream().map(deed -> deed.call().name()).toList();

    final Rig rig = new Rig(builder -> builder.resources(NOTE));
    final UserSession owner = rig.owner("Product Experts, LLC", "you@example.com", "1000.00");
    final OrganizationId here = Rig.first(owner);
    final OrganizationId there = owner.addOrganization("Second", "standard").id();
    final UserSession victim = rig.user(owner, "victim@example.com");
    private final AtomicInteger counter = new AtomicInteger(1_000);
    private final Queue<String> numbers = new ConcurrentLinkedQueue<>();
    private final Queue<CallTreeId> trees = new ConcurrentLinkedQueue<>();
    private final Queue<SoundId> sounds = new ConcurrentLinkedQueue<>();
    private final Queue<ResourceId> notes = new ConcurrentLinkedQueue<>();
    private final Queue<InvitationId> invitations = new ConcurrentLinkedQueue<>();
    private final String number = newNumber();
    private final CallTreeId tree;
    private final SoundId sound;
    private volatile boolean revoked;

    Storm() {
        OrganizationWorkspace workspace = owner.switchTo(here);
        workspace.administrators().add(victim.user());
        workspace.members().add(victim.user(), "201");
        workspace.members().add(rig.user(owner, "ann@example.com").user(), "203");
        owner.switchTo(there).administrators().add(victim.user());
        workspace.phoneNumbers().add(number);
        tree = workspace.callTrees().save(newTree()).id();
        sound = workspace.sounds().add("Hello", newSound()).id();
    }

    private static Deed look(String name, Doing doing) {
        return new Deed(new Call(name, false, false), doing);
    }

    private static Deed manage(String name, Doing doing) {
        return new Deed(new Call(name, true, false), doing);
    }

    private static Deed add(String name, Doing doing) {
        return new Deed(new Call(name, true, true), doing);
    }

    /**
     * Lets it go, until each thread has made some calls after what is revoked.
     *
     * @param after how many calls the thread that revokes makes before
     * @param succeeded takes the names of the calls that succeeded before
     * @return what calls answered that began after it was revoked
     */
    Map<Call, Set<String>> run(Consumer<Storm> revoke, int after, Set<String> succeeded) throws Exception {
        Map<Call, Set<String>> late = new ConcurrentHashMap<>();
        Set<String> before = new ConcurrentSkipListSet<>();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * DEEDS.size() / THREADS;
                boolean revokes = thread == 0;
                running.add(threads.submit(() -> {
                    OrganizationWorkspace open = victim.switchTo(here);
                    start.await(20, TimeUnit.SECONDS);
                    call(open, first, revokes ? after : -1, revoke, before, late);
                    return "done";
                }));
            }
            for (Future<String> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        succeeded.addAll(before);
        return late;
    }

    private void call(
            OrganizationWorkspace open,
            int first,
            int revokeAt,
            Consumer<Storm> revoke,
            Set<String> before,
            Map<Call, Set<String>> late) {
        int lateCalls = 0;
        for (int i = 0; lateCalls < CALLS_AFTER; i++) {
            if (i == revokeAt) {
                try {
                    revoke.accept(this);
                } finally {
                    revoked = true;
                }
            }
            boolean isLate = revoked;
            Deed deed = DEEDS.get((first + i) % DEEDS.size());
            String answer = Rig.answer(() -> deed.doing().in(open, this));
            if (isLate) {
                lateCalls++;
                late.computeIfAbsent(deed.call(), call -> ConcurrentHashMap.newKeySet())
                        .add(answer);
            } else if (answer.equals(Rig.OK)) {
                before.add(deed.call().name());
            }
        }
    }

    void suspend() {
        rig.store.core().unitOfWork().execute(owner.accountId(), () -> {
            Organization current = rig.store
                    .core()
                    .organizations()
                    .find(owner.accountId(), here)
                    .orElseThrow();
            rig.store.core().organizations().save(current.become(OrganizationState.SUSPENDED));
        });
    }

    List<RecordedEvent> events() {
        return view(core -> core.outbox().read(owner.accountId(), 0, Integer.MAX_VALUE));
    }

    <T> T view(Function<Store, T> read) {
        return rig.store.core().unitOfWork().view(owner.accountId(), () -> read.apply(rig.store.core()));
    }

    private String newNumber() {
        return "+1202555" + counter.incrementAndGet();
    }

    private String newName() {
        return "Name " + counter.incrementAndGet();
    }

    private CallTreeDraft newTree() {
        return CallTree.named(newName())
                .menu(
                        "main",
                        Menu.saying("Hello.")
                                .on('1', Destination.extension("203"))
                                .otherwise(Destination.hangUp()));
    }

    private InputStream newSound() {
        byte[] frame = new byte[417];
        System.arraycopy(FRAME_HEADER, 0, frame, 0, FRAME_HEADER.length);
        frame[100] = (byte) counter.incrementAndGet();
        return new ByteArrayInputStream(frame);
    }
}
