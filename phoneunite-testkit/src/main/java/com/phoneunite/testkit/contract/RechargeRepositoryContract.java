package com.phoneunite.testkit.contract;

/**
 * What the port of payment attempts must do: {@link com.phoneunite.billing.recharge.RechargeRepository}. The tests are in its parts, told
 * apart by what they prove.
 */
public interface RechargeRepositoryContract extends RechargeAttempts, RechargeSlot, RechargeLists, RechargeNotes {}
