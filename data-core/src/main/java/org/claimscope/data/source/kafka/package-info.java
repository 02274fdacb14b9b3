/// Messages of an event stream, from where they were left; the only package that knows Kafka.
@NullMarked
package org.claimscope.data.source.kafka;

import org.jspecify.annotations.NullMarked;
