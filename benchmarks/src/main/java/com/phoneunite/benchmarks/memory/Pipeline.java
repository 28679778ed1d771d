package com.phoneunite.benchmarks.memory;

import exchange.core2.core.ExchangeApi;
import exchange.core2.core.ExchangeCore;
import exchange.core2.core.common.BalanceAdjustmentType;
import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.api.ApiAddUser;
import exchange.core2.core.common.api.ApiAdjustUserBalance;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.PerformanceConfiguration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * exchange-core as it is: commands go into a ring, and one thread moves the balances of all accounts. It keeps no entry, and knows a
 * posting again by its number alone, which has to be above the last one of its account; so each thread that posts has an account of its own
 * here, and still all of them meet in that one thread. Nobody waits for a single answer, as callers of ours do: all that are posted at once
 * are awaited at once, which is what the pipeline is for. Set up for throughput, with waits that yield, and with threads that are not
 * bound to a processor each, as ours are not.
 */
final class Pipeline implements AutoCloseable {

    private static final int DOLLARS = 840;

    private final AtomicLongArray answered;
    private final AtomicLongArray refused;
    private final long[] numbers;
    private final ExchangeCore core;
    private final ExchangeApi api;

    /**
     * Starts its threads.
     *
     * @param accounts how many accounts it has, from 0 on
     * @param minor what each of them has at first, in minor units
     */
    Pipeline(int accounts, long minor) {
        answered = new AtomicLongArray(accounts + 1);
        refused = new AtomicLongArray(accounts + 1);
        numbers = new long[accounts];
        core = ExchangeCore.builder()
                .resultsConsumer((command, sequence) -> answer(command))
                .exchangeConfiguration(ExchangeConfiguration.defaultBuilder()
                        .performanceCfg(PerformanceConfiguration.throughputPerformanceBuilder()
                                .matchingEnginesNum(1)
                                .riskEnginesNum(1)
                                .waitStrategy(CoreWaitStrategy.YIELDING)
                                .threadFactory(Thread::new)
                                .build())
                        .build())
                .build();
        core.startup();
        api = core.getApi();
        for (int account = 0; account < accounts; account++) {
            api.submitCommandAsync(ApiAddUser.builder().uid(account + 1).build())
                    .join();
            api.submitCommandAsync(ApiAdjustUserBalance.builder()
                            .uid(account + 1)
                            .currency(DOLLARS)
                            .amount(minor)
                            .transactionId(++numbers[account])
                            .build())
                    .join();
        }
    }

    /** Runs in one thread of its own. */
    private void answer(OrderCommand command) {
        if (command.command == OrderCommandType.BALANCE_ADJUSTMENT) {
            int account = (int) command.uid;
            if (command.resultCode != CommandResultCode.SUCCESS) {
                refused.setRelease(account, refused.getPlain(account) + 1);
            }
            answered.setRelease(account, answered.getPlain(account) + 1);
        }
    }

    /**
     * Deducts so often from that account, and waits until all of it was answered. One thread an account.
     *
     * @throws IllegalStateException if one of them was refused
     */
    void post(int account, int operations) {
        int user = account + 1;
        long expected = answered.getAcquire(user) + operations;
        for (int i = 0; i < operations; i++) {
            api.balanceAdjustment(
                    0, 0, 0, user, ++numbers[account], DOLLARS, -Load.AMOUNT, BalanceAdjustmentType.ADJUSTMENT);
        }
        while (answered.getAcquire(user) < expected) {
            LockSupport.parkNanos(1_000); // its threads are to have the processors
        }
        if (refused.getAcquire(user) > 0) {
            throw new IllegalStateException("a posting was refused: " + account);
        }
    }

    @Override
    public void close() {
        core.shutdown(10, TimeUnit.SECONDS);
    }
}
