package com.phoneunite;

import static java.util.Objects.requireNonNull;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Change;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.Currencies;
import com.phoneunite.account.DerivedId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.account.TimeZones;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import com.phoneunite.organization.Portfolio;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.Optional;

/** Rules A1 and O5: how an account and its organizations come into being, each in one step. */
final class Opening {

    private final Desk desk;

    Opening(Desk desk) {
        this.desk = desk;
    }

    Account open(OpenAccount input) {
        OpenAccount valid = Desk.valid(input);
        Optional<IdempotencyKey> key = Optional.ofNullable(valid.key()).map(IdempotencyKey::new);
        AccountId id = new AccountId(
                key.map(one -> DerivedId.of("account", one.value())).orElseGet(desk.ids()));
        return desk.fundedChange(id, () -> open(id, valid, key));
    }

    private Account open(AccountId id, OpenAccount input, Optional<IdempotencyKey> key) {
        OrganizationName name = OrganizationName.parse(requireNonNull(input.name()));
        EmailAddress email = EmailAddress.parse(requireNonNull(input.ownerEmail()));
        PlanName plan = new PlanName(requireNonNull(input.plan()));
        UserId owner = new UserId(desk.ids().get());
        Change change = desk.changeBy(new UserRef(id, owner));
        Account account = Account.open(
                id,
                owner,
                new CountryCode(requireNonNull(input.country())),
                TimeZones.of(requireNonNull(input.timeZone())),
                Currencies.of(requireNonNull(input.currency())),
                change.at());
        Optional<KeyedRequest> request = key.map(one -> KeyedRequest.of(
                one,
                "open account",
                name.value(),
                email.value(),
                account.country().value(),
                account.zone().getId(),
                account.currency().getCode(),
                plan.value()));
        Optional<Account> opened = desk.store().accounts().find(id);
        if (opened.isPresent()) {
            madeBy(id, request.orElseThrow(() -> new PhoneUniteFault("the source of ids has made " + id + " twice")));
            return opened.get();
        }
        RefusedException.throwIf(desk.billing().checkPlan(account, plan));
        Organization first = new Portfolio(account, 0).first(draft(name, plan, change, request), desk.trial());
        desk.store().accounts().save(account);
        desk.record(change, new AccountEvent.Opened(owner, account.country(), account.zone(), account.currency()));
        desk.store().users().save(new User(id, owner, email, true, change.at()));
        desk.record(change, new MembershipEvent.UserAdded(owner));
        save(first, change, owner);
        Desk.heed(desk.billing().opening(account, first, change));
        return account;
    }

    Organization add(UserRef viewer, AddOrganization input) {
        AddOrganization valid = Desk.valid(input);
        OrganizationName name = OrganizationName.parse(requireNonNull(valid.name()));
        PlanName plan = new PlanName(requireNonNull(valid.plan()));
        Optional<KeyedRequest> request = Optional.ofNullable(valid.key())
                .map(key -> KeyedRequest.of(new IdempotencyKey(key), "add organization", name.value(), plan.value()));
        return desk.fundedChange(viewer.account(), () -> add(viewer, name, plan, request));
    }

    private Organization add(UserRef viewer, OrganizationName name, PlanName plan, Optional<KeyedRequest> request) {
        Account account = desk.ownedBy(viewer);
        Optional<Organization> made = request.flatMap(one -> madeBy(account.id(), one));
        if (made.isPresent()) {
            return made.get();
        }
        desk.openAndOwnedBy(viewer);
        RefusedException.throwIf(desk.billing().checkPlan(account, plan));
        Change change = desk.changeBy(viewer);
        Portfolio portfolio =
                new Portfolio(account, desk.store().organizations().countEver(account.id()));
        Organization added = RefusedException.granted(portfolio.add(
                draft(name, plan, change, request),
                desk.store().organizations().findOpenByName(account.id(), name),
                desk.billing().needsPaymentMethod()));
        Desk.requireNew(added.id(), desk.store().organizations().find(account.id(), added.id()));
        save(added, change, viewer.user());
        Desk.heed(desk.billing().adding(account, added, change));
        return added;
    }

    /** Rule A1: the organization that this request made before; a refusal if the key was used for another request. */
    private Optional<Organization> madeBy(AccountId account, KeyedRequest request) {
        Optional<Organization> made = desk.store().organizations().findByRequest(account, request.key());
        if (made.isPresent() && !made.get().request().equals(Optional.of(request))) {
            throw new RefusedException(new AccountRefusal.IdempotencyKeyReused(request.key()));
        }
        return made;
    }

    private Portfolio.Draft draft(OrganizationName name, PlanName plan, Change change, Optional<KeyedRequest> request) {
        return new Portfolio.Draft(new OrganizationId(desk.ids().get()), name, plan, change.at(), request);
    }

    private void save(Organization organization, Change change, UserId administrator) {
        desk.store().organizations().save(organization);
        desk.record(
                change,
                organization.id(),
                new OrganizationEvent.Added(organization.name(), organization.plan(), organization.state()));
        desk.store()
                .administrations()
                .save(new Administration(change.account(), organization.id(), administrator, change.at()));
        desk.record(change, organization.id(), new MembershipEvent.AdministratorAdded(administrator));
    }
}
