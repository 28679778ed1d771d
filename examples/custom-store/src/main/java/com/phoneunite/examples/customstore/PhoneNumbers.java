package com.phoneunite.examples.customstore;

import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.PhoneNumberRepository;
import java.util.List;
import java.util.Optional;

record PhoneNumbers(H2UnitOfWork work) implements PhoneNumberRepository {

    // tag::claim
    /** Rule T1: the key of the table decides, and nobody waits for it: what another change has not committed counts as held. */
    @Override
    public boolean claim(HeldPhoneNumber one) {
        return work.session(one.account())
                .insertsAtOnce(
                        "INSERT INTO phone_number VALUES (?, ?, ?, ?)",
                        one.account(),
                        one.organization(),
                        one.number(),
                        Codec.write(one));
    }
    // end::claim

    @Override
    public void route(HeldPhoneNumber one) {
        work.in(one.account(), one.organization())
                .update(
                        "UPDATE phone_number SET body = ?4 WHERE account = ?1 AND organization = ?2 AND number = ?3",
                        one.number(),
                        Codec.write(one));
    }

    @Override
    public void release(HeldPhoneNumber one) {
        work.in(one.account(), one.organization())
                .update("DELETE FROM phone_number WHERE account = ? AND organization = ? AND number = ?", one.number());
    }

    @Override
    public Optional<HeldPhoneNumber> find(OrganizationScope scope, PhoneNumber number) {
        return work.in(scope)
                .find(
                        HeldPhoneNumber.class,
                        "SELECT body FROM phone_number WHERE account = ? AND organization = ? AND number = ?",
                        number);
    }

    @Override
    public List<HeldPhoneNumber> list(OrganizationScope scope, Optional<PhoneNumber> after, int limit) {
        String where = "phone_number WHERE account = ? AND organization = ?";
        Object from = after.map(PhoneNumber::value).orElse("");
        return work.in(scope).page(HeldPhoneNumber.class, where, "number", from, limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return work.in(scope).count("phone_number WHERE account = ? AND organization = ?");
    }
}
