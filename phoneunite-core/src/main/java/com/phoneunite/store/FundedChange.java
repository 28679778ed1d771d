package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rules O5 and B9: a change that money may refuse for now. It is undone, the remedy runs once with nothing open, and the change is
 * tried once more. Inside a transaction of the host's there is no remedy, only the refusal. Safe for any number of threads.
 *
 * @param unitOfWork what makes the change whole
 */
public record FundedChange(UnitOfWork unitOfWork) {

    /**
     * Runs the work as one change of the account, at most twice. What the work throws goes through, with nothing kept.
     *
     * @return what the work made, or the refusal of money's or of the remedy's
     * @throws UnitOfWorkFault as {@link UnitOfWork#change} does
     */
    public <T> Decision<T> run(AccountId account, Supplier<T> work) {
        try {
            return Decision.granted(unitOfWork.change(account, work));
        } catch (NotForNow first) {
            if (unitOfWork.isOpen()) {
                return Decision.refused(first.refusal());
            }
            Optional<Refusal> noHelp = first.opinion.remedy().apply();
            return noHelp.isPresent() ? Decision.refused(noHelp.get()) : again(account, work);
        }
    }

    private <T> Decision<T> again(AccountId account, Supplier<T> work) {
        try {
            return Decision.granted(unitOfWork.change(account, work));
        } catch (NotForNow again) {
            return Decision.refused(again.refusal());
        }
    }

    /** What the work throws, to leave the change with money's opinion. */
    public static RuntimeException undo(BillingOpinion.RefusedForNow opinion) {
        return new NotForNow(opinion);
    }

    /** Carries money's opinion out of the change, so that it is undone before the remedy runs. */
    private static final class NotForNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient BillingOpinion.RefusedForNow opinion;

        NotForNow(BillingOpinion.RefusedForNow opinion) {
            super(opinion.refusal().code(), null, false, false);
            this.opinion = opinion;
        }

        Refusal refusal() {
            return opinion.refusal();
        }
    }
}
