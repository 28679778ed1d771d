package com.phoneunite.testkit.contract;

/**
 * What the port of refunds and disputes must do: {@link com.phoneunite.billing.recharge.ReversalRepository}. The tests are in its parts,
 * told apart by what they prove.
 */
public interface ReversalRepositoryContract extends RefundRecords, ReversalRecords {}
