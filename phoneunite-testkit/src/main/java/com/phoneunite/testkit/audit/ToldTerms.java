package com.phoneunite.testkit.audit;

import com.phoneunite.organization.PlanName;
import java.time.Instant;

/** Rule B13: how the store explains a charge: plan, price and quantities of the period, and the moment of its anchor. */
record ToldTerms(PlanName plan, long price, Held held, Instant anchor) {}
