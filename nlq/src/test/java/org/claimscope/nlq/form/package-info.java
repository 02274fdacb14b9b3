/// The form as JSON.
@NullMarked
package org.claimscope.nlq.form;

import org.jspecify.annotations.NullMarked;
