package com.phoneunite.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.benchmarks.memory.HandWritten.Line;
import com.phoneunite.benchmarks.memory.Posters.Poster;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.resource.StoredResource;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A floor that does less than ours is no floor. */
class FloorsTest {

    private static final int ACCOUNTS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<Line> deducted(MemoryHost host, int account) {
        return host.ledger(account).stream()
                .filter(entry -> entry.kind() != EntryKind.RECHARGE)
                .map(Line::of)
                .toList();
    }

    @Test
    void B2_everyLedgerEntersTheSame() {
        List<Function<MemoryHost, Poster>> doors = List.of(Posters::oneStep, Posters::unitOfWork, Posters::frontDoor);
        List<HandWritten> floors = List.of(LockedLedger.plain(), LockedLedger.keyed(), new DecimalLedger());
        List<List<List<Line>>> entered = new ArrayList<>();
        for (Function<MemoryHost, Poster> door : doors) {
            MemoryHost host = new MemoryHost(ACCOUNTS, 1);
            Load load = new Load("same", ACCOUNTS, 500);
            door.apply(host).postAll(load);
            load.renew();
            door.apply(host).postAll(load);
            entered.add(lines(account -> deducted(host, account)));
        }
        for (HandWritten floor : floors) {
            for (int i = 0; i < ACCOUNTS; i++) {
                floor.open(MemoryHost.account(i).value(), MemoryHost.FUNDS);
            }
            Load load = new Load("same", ACCOUNTS, 500);
            Posters.byHand(floor).postAll(load);
            load.renew();
            Posters.byHand(floor).postAll(load);
            entered.add(lines(account -> floor.lines(MemoryHost.account(account).value())));
        }
        assertThat(entered).hasSize(6).allSatisfy(one -> assertThat(one).isEqualTo(entered.get(0)));
        assertThat(entered.get(0).stream().mapToInt(List::size).sum()).isEqualTo(1_000);
    }

    private static List<List<Line>> lines(Function<Integer, List<Line>> of) {
        List<List<Line>> all = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            all.add(of.apply(i));
        }
        return all;
    }

    @Test
    void B3_aFloorWithReferencesPostsOnceAndNoneGoesBelowZero() {
        UUID account = MemoryHost.account(0).value();
        UUID organization = MemoryHost.organization(0, 0).value();
        for (HandWritten floor : List.of(LockedLedger.keyed(), new DecimalLedger())) {
            floor.open(account, 10);
            assertThat(floor.post(account, organization, "one", 9, MemoryHost.DUE))
                    .isTrue();
            assertThat(floor.post(account, organization, "one", 9, MemoryHost.DUE))
                    .isTrue();
            assertThat(floor.post(account, organization, "two", 1, MemoryHost.DUE))
                    .isFalse();
            assertThat(floor.post(organization, organization, "one", 1, MemoryHost.DUE))
                    .isFalse();
            assertThat(floor.lines(account)).hasSize(1);
            assertThat(floor.lines(organization)).isEmpty();
        }
        HandWritten bare = LockedLedger.plain();
        bare.open(account, 10);
        assertThat(bare.post(account, organization, "one", 10, MemoryHost.DUE)).isFalse();
        assertThat(bare.lines(account)).isEmpty();
    }

    @Test
    void B2_aPostingThatIsRefusedEndsTheMeasuring() {
        MemoryHost host = new MemoryHost(1, 1);
        Load load = new Load("twice", 1, 1);
        Posters.oneStep(host).postAll(load);
        assertThatThrownBy(() -> Posters.oneStep(host).postAll(load))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(load.reference(0));
    }

    @Test
    void B2_thePeerDeductsAndRefusesToo() {
        try (Pipeline pipeline = new Pipeline(2, 10)) {
            pipeline.post(0, 7);
            pipeline.post(0, 3);
            pipeline.post(1, 10);
            assertThatThrownBy(() -> pipeline.post(0, 1)).hasMessage("a posting was refused: 0");
        }
    }

    @Test
    void B6_everyRunChargesTheSame() {
        int months = 14;
        RunBenchmark.Ours ours = new RunBenchmark.Ours();
        ours.organizations = 100;
        ours.fill();
        List<HandWrittenRun> floors = List.of(new BareRun(10, 10), new DecimalRun(10, 10));
        for (int month = 0; month < months; month++) {
            assertThat(ours.month().paid()).isEqualTo(100);
            long day = LocalDate.ofInstant(MemoryHost.DUE, ZoneOffset.UTC)
                    .plusMonths(month)
                    .toEpochDay();
            floors.forEach(floor -> assertThat(floor.charge(day - 1)).isZero());
            floors.forEach(floor -> assertThat(floor.charge(day)).isEqualTo(100));
        }
        for (int account = 0; account < 10; account++) {
            List<Line> charged = deducted(ours.host(), account);
            assertThat(charged).hasSize(10 * months);
            for (HandWrittenRun floor : floors) {
                List<Line> lines = floor.lines(account);
                assertThat(lines).isEqualTo(charged);
            }
        }
    }

    @Test
    void B2_everyBalanceIsTheSame() {
        BalanceBenchmark.Ours ours = new BalanceBenchmark.Ours();
        BalanceBenchmark.ByHand floor = new BalanceBenchmark.ByHand();
        BalanceBenchmark.Moment moment = new BalanceBenchmark.Moment();
        ours.entries = 300;
        floor.entries = 300;
        moment.entries = 300;
        ours.fill();
        floor.fill();
        moment.choose();
        for (int i = 0; i < 500; i++) {
            List<Long> answers = BalanceBenchmark.answers(floor, ours, moment.next());
            assertThat(answers.subList(0, 5)).containsOnly(MemoryHost.FUNDS - 300);
            assertThat(answers.get(6)).isEqualTo(answers.get(5)).isBetween(MemoryHost.FUNDS - 300, MemoryHost.FUNDS);
        }
    }

    @Test
    void I1_everyLookUpFindsTheSame() {
        ResourceBenchmark.Workspace workspace = new ResourceBenchmark.Workspace();
        workspace.resources = 50;
        workspace.fill();
        for (int i = 0; i < 100; i++) {
            int at = i;
            StoredResource found = workspace.raw(at).orElseThrow();
            assertThat(workspace.composite(at)).containsSame(found);
            assertThat(workspace.port(at)).containsSame(found);
            assertThat(workspace.frontDoor(at).ref()).isEqualTo(found.ref());
            assertThat(workspace.frontDoor(at).content()).isEqualTo(found.content());
        }
    }

    @Test
    void X3_everyEventIsTheSameDocument() {
        EventJsonBenchmark.Events events = new EventJsonBenchmark.Events();
        for (int i = 0; i < 300; i++) {
            var event = events.next();
            JsonNode ours = JSON.readTree(EventJsonBenchmark.ours(event));
            assertThat(JSON.readTree(EventJsonBenchmark.streamed(event))).isEqualTo(ours);
            assertThat(JSON.readTree(EventJsonBenchmark.databound(event))).isEqualTo(ours);
        }
    }

    @Test
    void B12_everyStatementLineIsTheSameDocument() throws Exception {
        StatementLineBenchmark.Writers writers = new StatementLineBenchmark.Writers();
        ByteArrayOutputStream ours = new ByteArrayOutputStream();
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        ByteArrayOutputStream databound = new ByteArrayOutputStream();
        writers.begin(ours, streamed, databound);
        for (int i = 0; i < 256; i++) {
            writers.ours();
        }
        for (int i = 0; i < 256; i++) {
            writers.streamed();
        }
        for (int i = 0; i < 256; i++) {
            writers.databound();
        }
        writers.end();
        JsonNode lines = JSON.readTree(ours.toByteArray()).at("/sections/0/entries");
        assertThat(lines).hasSize(256);
        assertThat(JSON.readTree(streamed.toByteArray())).isEqualTo(lines);
        assertThat(JSON.readTree(databound.toByteArray())).isEqualTo(lines);
    }
}
