package proofs.recorder;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Tells {@link Tries} how many checks of a property were run; a try that an assumption gave up is none. */
public final class TriesHook implements AroundPropertyHook {

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext property, PropertyExecutor executor) {
        PropertyExecutionResult result = executor.execute();
        Tries.note(property.containerClass().getName(), property.targetMethod().getName(), result.countChecks());
        return result;
    }
}
