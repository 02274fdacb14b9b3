/// How far a reply is believed.
@NullMarked
package org.claimscope.nlq.model;

import org.jspecify.annotations.NullMarked;
