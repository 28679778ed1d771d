package com.phoneunite.benchmarks.memory;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.Resource;
import com.phoneunite.Resources;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Looks a random thing of a host's up, in an organization that has many. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResourceBenchmark {

    private static final int PICKS = 1 << 14;

    /** Things whose content is a text. */
    private static final class RingGroup implements ResourceType<String> {

        static final RingGroup TYPE = new RingGroup();

        @Override
        public String name() {
            return "ring_group";
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
    }

    /** The same organization and its things, for us and by hand. */
    @State(Scope.Benchmark)
    public static class Workspace {

        @Param("1000")
        int resources;

        private final InMemoryStore store = InMemoryStore.create();
        private final PhoneUnite phoneUnite = PhoneUnite.builder(store)
                .billing(OrganizationBilling.none())
                .resources(RingGroup.TYPE)
                .build();
        private final Account account = phoneUnite.openAccount(OpenAccount.named("First")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
        private final AccountId id = account.id();
        private final OrganizationScope scope = enter();
        private final Resources<String> door = phoneUnite
                .signIn(account.owner())
                .switchTo(scope.organizationId())
                .resources(RingGroup.TYPE);
        private final Map<UUID, StoredResource> raw = new ConcurrentHashMap<>();
        private final Map<Key, StoredResource> composite = new ConcurrentHashMap<>();
        private final ResourceRef[] refs = new ResourceRef[PICKS];
        private final ResourceId[] ids = new ResourceId[PICKS];
        private final UUID[] uuids = new UUID[PICKS];
        private int next;

        private record Key(AccountId account, OrganizationId organization, ResourceRef ref) {}

        private OrganizationScope enter() {
            return store.unitOfWork()
                    .view(
                            id,
                            () -> Roster.enter(
                                            account,
                                            store.users().find(id, account.ownerId()),
                                            store.organizations().list(id, -1, 1).stream()
                                                    .findFirst(),
                                            new Standing(true, false, false))
                                    .fold(Optional::of, refusal -> Optional.<OrganizationScope>empty()))
                    .orElseThrow();
        }

        @Setup(Level.Trial)
        public void fill() {
            Organization organization = scope.organization();
            Random random = new Random(11);
            UUID[] all = new UUID[resources];
            store.unitOfWork().change(id, () -> {
                for (int i = 0; i < resources; i++) {
                    all[i] = new UUID(random.nextLong(), random.nextLong());
                    ResourceRef ref = new ResourceRef(RingGroup.TYPE.name(), all[i].toString());
                    StoredResource one = new StoredResource(
                            id, organization.id(), ref, DisplayName.parse("Group " + i), "\"all\"", MemoryHost.DUE);
                    store.resources().save(one);
                    raw.put(all[i], one);
                    composite.put(new Key(id, organization.id(), ref), one);
                }
                return true;
            });
            for (int i = 0; i < PICKS; i++) {
                uuids[i] = all[random.nextInt(resources)];
                ids[i] = ResourceId.parse(uuids[i].toString());
                refs[i] = new ResourceRef(RingGroup.TYPE.name(), uuids[i].toString());
            }
        }

        int pick() {
            return next++ & PICKS - 1;
        }

        Optional<StoredResource> raw(int pick) {
            return Optional.ofNullable(raw.get(uuids[pick]));
        }

        Optional<StoredResource> composite(int pick) {
            return Optional.ofNullable(composite.get(new Key(id, scope.organizationId(), refs[pick])));
        }

        Optional<StoredResource> port(int pick) {
            ResourceRef ref = refs[pick];
            return store.unitOfWork().view(id, () -> store.resources().find(scope, ref));
        }

        Resource<String> frontDoor(int pick) {
            return door.get(ids[pick]);
        }
    }

    /** A map by the id alone. */
    @Benchmark
    public void raw(Workspace workspace, Blackhole hole) {
        hole.consume(workspace.raw(workspace.pick()));
    }

    /** A map by account, organization and reference. */
    @Benchmark
    public void composite(Workspace workspace, Blackhole hole) {
        hole.consume(workspace.composite(workspace.pick()));
    }

    /** The port in a view, by who stands in the organization already. */
    @Benchmark
    public void port(Workspace workspace, Blackhole hole) {
        hole.consume(workspace.port(workspace.pick()));
    }

    /** What a host calls: the access is checked again, and the content read. */
    @Benchmark
    public void frontDoor(Workspace workspace, Blackhole hole) {
        hole.consume(workspace.frontDoor(workspace.pick()));
    }
}
