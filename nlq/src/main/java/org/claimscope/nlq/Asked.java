package org.claimscope.nlq;

import java.util.Optional;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.parse.Reading;

/// What became of a question, and who read it.
///
/// @param reader the model only when its form was taken
/// @param trouble why a connected model was of no use; empty when it was not asked
public record Asked(Outcome outcome, Reading.Reader reader, Optional<Trouble> trouble) {}
