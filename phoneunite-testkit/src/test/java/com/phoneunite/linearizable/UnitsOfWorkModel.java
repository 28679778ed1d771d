package com.phoneunite.linearizable;

/** What rule X1 says of two accounts with a number each, for one thread. */
public class UnitsOfWorkModel {
    private final int[] numbers = new int[2];

    /** Adds to the number of the account, and tells what it is then. */
    public int add(int account, int amount) {
        numbers[account] += amount;
        return numbers[account];
    }

    /** Adds twice. */
    public int addTwice(int account, int amount) {
        return add(account, 2 * amount);
    }

    /** Leaves everything as it was. */
    @SuppressWarnings("UnusedVariable") // has the parameters of what it is the model of
    public String addAndFail(int account, int amount) {
        return "taken back";
    }

    /** The number of the account. */
    public int read(int account) {
        return numbers[account];
    }
}
