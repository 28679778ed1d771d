/**
 * What keeps everything: {@link com.phoneunite.store.Store} bundles core's ports, {@link com.phoneunite.store.UnitOfWork} makes
 * changes whole (rule X1), {@link com.phoneunite.store.Outbox} records events with them (rule X3). Imports every feature.
 */
@NullMarked
package com.phoneunite.store;

import org.jspecify.annotations.NullMarked;
