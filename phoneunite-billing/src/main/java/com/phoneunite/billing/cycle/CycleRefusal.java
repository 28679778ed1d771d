package com.phoneunite.billing.cycle;

import com.phoneunite.refusal.Refusal;

/** What the rules of periods refuse. */
public sealed interface CycleRefusal extends Refusal {

    /** Rule O5: nothing is added while anything of the account is past due. */
    record AccountPastDue() implements CycleRefusal {
        @Override
        public String code() {
            return "ACCOUNT_PAST_DUE";
        }

        @Override
        public String rule() {
            return "O5";
        }

        @Override
        public String message() {
            return "something of the account is past due and must be paid first";
        }
    }
}
