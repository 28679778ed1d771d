package com.phoneunite.testkit;

import static com.phoneunite.testkit.ForgedEntry.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.page.LedgerDifference;
import com.phoneunite.billing.page.LedgerDifference.Kind;
import com.phoneunite.billing.page.LedgerProof;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules B3, B5 and B9 recomputed in accounts of more than a page, and while they are changed. */
class LedgerProofPagesTest {

    private static final int PAGE = PageRequest.MAX_LIMIT;

    private final Story story = Story.withBalance("100.00");

    private void use(int times) {
        int before = story.entries().size();
        for (int i = 0; i < times; i++) {
            story.use(story.first(), "call-" + (before + i), "0.01");
        }
    }

    private LedgerProof proofOf(SpoiledStore spoiled) {
        return story.billingOn(spoiled.store()).actingAs("auditor").verify(story.id());
    }

    @Test
    void B3_whatIsPostedMeanwhileIsLeftToTheNextTime() {
        use(PAGE + 1);
        LedgerHead before = story.snapshot().head().orElseThrow();
        use(5);
        SpoiledStore posting = new SpoiledStore(story.store, story.id());
        posting.head = before;
        LedgerProof proof = proofOf(posting);

        assertThat(proof.differences()).isEmpty();
        assertThat(proof.entries()).isEqualTo(before.entries());
    }

    @Test
    void B3_aLedgerThatEndsWithAPageAndBeforeItsHeadIsFound() {
        use(PAGE);
        SpoiledStore cut = new SpoiledStore(story.store, story.id());
        cut.entries.remove(PAGE);

        assertThat(proofOf(cut).differences())
                .extracting(LedgerDifference::kind)
                .contains(Kind.HEAD);
    }

    @Test
    void B3_aListThatDoesNotGoOnIsNotReadForEver() {
        use(1);
        SpoiledStore stuck = new SpoiledStore(story.store, story.id());
        for (int sequence = 3; sequence <= 3 * PAGE; sequence++) {
            int next = sequence;
            stuck.entries.add(ForgedEntry.forging(one -> one.sequence = next).apply(stuck.entries.get(1)));
        }
        LedgerHead head = stuck.head;
        stuck.head = new LedgerHead(head.account(), head.currency(), 3L * PAGE, head.balanceMinor(), head.recordedAt());
        stuck.neverGoesOn = true;

        assertThat(proofOf(stuck).isRight()).isFalse();
    }

    @Test
    void B5_theOrganizationsOfEveryPageAreComparedWithWhatWasCharged() {
        for (int i = 1; i < PAGE; i++) {
            story.you.addOrganization("Organization " + i, "free");
        }
        assertThat(proofOf(new SpoiledStore(story.store, story.id())).differences())
                .isEmpty();
        OrganizationId last = story.you.addOrganization("Last", "small").id();
        story.forgetThatItIsPaid(last);

        assertThat(proofOf(new SpoiledStore(story.store, story.id())).differences())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.SUBSCRIPTION);
                    assertThat(one.organization()).contains(last);
                });
    }

    @Test
    void B9_whatWasPostedForAChangeOfPlanIsComparedWithWhatWasExchanged() {
        OrganizationId services = story.you.addOrganization("Services", "small").id();
        story.clock.advance(Duration.ofDays(10));
        story.mine().changePlan(services, "standard", PlanChange.NOW);
        int last = story.entries().size() - 1;
        assertThat(story.entries().get(last).kind()).isEqualTo(EntryKind.PLAN_CHARGE);

        SpoiledStore other = new SpoiledStore(story.store, story.id());
        at(last, one -> one.organization = Optional.of(story.first())).accept(other);
        assertThat(kinds(other)).containsExactly(Kind.PERIOD);

        SpoiledStore dearer = new SpoiledStore(story.store, story.id());
        at(last, one -> {
                    one.signedMinor--;
                    one.balanceAfterMinor--;
                })
                .accept(dearer);
        LedgerHead head = dearer.head;
        dearer.head = new LedgerHead(
                head.account(), head.currency(), head.entries(), head.balanceMinor() - 1, head.recordedAt());
        assertThat(kinds(dearer)).containsExactly(Kind.PERIOD);
    }

    private List<Kind> kinds(SpoiledStore spoiled) {
        return proofOf(spoiled).differences().stream()
                .map(LedgerDifference::kind)
                .toList();
    }
}
