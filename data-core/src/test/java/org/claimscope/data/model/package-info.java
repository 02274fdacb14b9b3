/// Tests of the model.
@NullMarked
package org.claimscope.data.model;

import org.jspecify.annotations.NullMarked;
