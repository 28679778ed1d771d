package com.phoneunite.testkit.contract;

/**
 * What the port of subscriptions must do: {@link com.phoneunite.billing.cycle.SubscriptionRepository}. The tests are in its parts, told
 * apart by what they prove.
 */
public interface SubscriptionRepositoryContract extends SubscriptionRecords, SubscriptionDues {}
