package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway adapter that charges under a key of its own, a new one for each call. */
final class NewKeyEachTime {

    private NewKeyEachTime() {}

    static PaymentGateway over(PaymentGateway behind) {
        AtomicInteger calls = new AtomicInteger();
        return (PaymentGateway) Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("charge")) {
                        return charge(behind, (PaymentRequest) arguments[0], calls.incrementAndGet());
                    }
                    try {
                        return method.invoke(behind, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static PaymentOutcome charge(PaymentGateway behind, PaymentRequest request, int call) {
        return behind.charge(
                new PaymentRequest(request.account(), request.key() + "-" + call, request.card(), request.amount()));
    }
}
