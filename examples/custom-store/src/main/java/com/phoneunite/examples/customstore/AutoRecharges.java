package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import java.util.Optional;

record AutoRecharges(H2UnitOfWork work) implements AutoRechargeRepository {

    @Override
    public Optional<AutoRechargeStanding> find(AccountId account) {
        return work.on(account).find(AutoRechargeStanding.class, "SELECT body FROM auto_recharge WHERE account = ?");
    }

    @Override
    public void save(AutoRechargeStanding one) {
        work.on(one.account()).update("MERGE INTO auto_recharge VALUES (?, ?)", Codec.write(one));
    }
}
