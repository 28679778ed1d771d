package com.phoneunite.testkit.contract;

/** All that a store of billing must do: every contract of billing's ports but that of the gateway, which is no part of a store. */
public interface BillingContracts
        extends LedgerRepositoryContract,
                PlainUsageContract,
                SubscriptionRepositoryContract,
                DueAccountsContract,
                ArrearsRepositoryContract,
                UsageNeedsContract,
                ChargeFactsContract,
                RechargeRepositoryContract,
                ReversalRepositoryContract,
                AutoRechargeRepositoryContract,
                ChecksContract,
                TogetherContract {}
