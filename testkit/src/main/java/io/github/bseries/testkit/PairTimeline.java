// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a simulated pair was asked and what happened to it, in order, as lines to read: for whoever
 * wonders why a test failed. It knows no secret.
 *
 * @param lines one line for each call to either appliance, and for each event of {@link
 *     SimulatedPair#history()}, the oldest one first, and calls before the events of the same
 *     moment; then the state in which the pair is
 * @since 0.1
 */
public record PairTimeline(List<String> lines) {

  /** Keeps a copy of the lines. */
  public PairTimeline {
    lines = List.copyOf(lines);
  }

  /** Returns the timeline of a pair as it is now. */
  public static PairTimeline of(SimulatedPair pair) {
    return requireNonNull(pair, "pair").atOneMoment(moment -> of(pair, moment));
  }

  private static PairTimeline of(SimulatedPair pair, Instant moment) {
    List<Entry> entries = new ArrayList<>();
    for (SimulatedAppliance appliance : pair.appliances()) {
      appliance.recordedCalls().forEach(call -> entries.add(Entry.of(appliance.label(), call)));
    }
    pair.machine()
        .timeline()
        .lines()
        .forEach(line -> entries.add(new Entry(line.at(), line.who(), line.what())));
    entries.sort(Comparator.comparing(Entry::at)); // of one moment: calls first, as they were added
    List<String> lines = new ArrayList<>();
    entries.forEach(entry -> lines.add(entry.at() + "  " + entry.who() + "  " + entry.what()));
    for (SimulatedAppliance appliance : pair.appliances()) {
      lines.add(
          moment
              + "  "
              + appliance.label()
              + "  is "
              + appliance.failoverRole().literal()
              + (appliance.isOn() ? "" : ", and off"));
    }
    return new PairTimeline(lines);
  }

  /** Returns the lines, each with its end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  private record Entry(Instant at, String who, String what) {

    static Entry of(String label, RecordedCall call) {
      StringJoiner words = new StringJoiner(" ");
      words.add(call.method()).add(call.path());
      call.parameters().forEach((name, value) -> words.add(name + "=" + value));
      words.add("->");
      words.add(call.status() == RecordedCall.NO_STATUS ? "no answer" : "" + call.status());
      if (!call.carriedOut()) {
        words.add("(not carried out)");
      }
      ApplianceFault fault = call.fault();
      if (fault != null) {
        words.add("[" + fault.label() + ": " + fault.cause() + "]");
      }
      return new Entry(call.at(), label, words.toString());
    }
  }
}
