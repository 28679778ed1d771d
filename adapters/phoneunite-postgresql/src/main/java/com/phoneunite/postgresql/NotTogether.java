package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.refusal.PhoneUniteFault;

/** What was asked for was not read ahead: the account takes a change of its own, and what was done for it so far was in vain. */
final class NotTogether extends PhoneUniteFault {

    private static final long serialVersionUID = 1L;

    NotTogether(AccountId account) {
        super("account " + account + " takes a change of its own");
    }
}
