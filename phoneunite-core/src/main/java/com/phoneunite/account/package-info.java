/**
 * One customer: {@link com.phoneunite.account.Account}, who owns it, what may be shown of its card, and who acts on it. Rules
 * A1 to A3 and the part of P1 and P2 that may be shown. Imports {@code refusal}, {@code input} and {@code event}.
 */
@NullMarked
package com.phoneunite.account;

import org.jspecify.annotations.NullMarked;
