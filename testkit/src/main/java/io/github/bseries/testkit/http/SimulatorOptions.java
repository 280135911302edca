// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.util.Iterator;
import java.util.List;

/**
 * What the simulator was told on the command line.
 *
 * @param speed how many simulated seconds pass in a second
 * @param backupBytes the size of a backup file
 * @param portBase the first of three ports; 0 for any that are free
 * @param help whether only the usage is wanted
 */
record SimulatorOptions(double speed, long backupBytes, int portBase, boolean help) {

  static final String USAGE =
      """
      Usage: java -jar bseries-simulator.jar [--speed N] [--backup-bytes N] [--port-base N]

      Starts a simulated pair of appliances on ports of this machine, prints one line of JSON
      that tells where it is, and stays until it is ended.

        --speed N         simulated seconds that pass in a second, 0 < N <= 1000000 (1)
        --backup-bytes N  size of a backup file in bytes, 1 or more (1048576)
        --port-base N     ports N (a), N+1 (b) and N+2 (site), 1 to 65533 (any free ports)
        --help            this text
      """;

  /**
   * Reads the arguments.
   *
   * @throws WrongArgument if one of them makes no sense
   */
  static SimulatorOptions parse(List<String> arguments) {
    double speed = 1;
    long backupBytes = 1024 * 1024;
    int portBase = 0;
    boolean help = false;
    for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
      String option = each.next();
      switch (option) {
        case "--speed" -> speed = speed(value(option, each));
        case "--backup-bytes" ->
            backupBytes = wholeNumber(option, value(option, each), 1, Long.MAX_VALUE);
        case "--port-base" -> portBase = (int) wholeNumber(option, value(option, each), 1, 65_533);
        case "--help" -> help = true;
        default ->
            throw new WrongArgument("unknown argument \"" + option + "\"; try --help for the list");
      }
    }
    return new SimulatorOptions(speed, backupBytes, portBase, help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new WrongArgument(option + " needs a value: write " + option + " N");
    }
    return rest.next();
  }

  private static double speed(String text) {
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0 && speed <= 1_000_000) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new WrongArgument(
        "--speed is \"" + text + "\", must be a number above 0 and at most 1000000, as in 60");
  }

  private static long wholeNumber(String option, String text, long least, long greatest) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new WrongArgument(
        option
            + " is \""
            + text
            + "\", must be a whole number, "
            + least
            + (greatest == Long.MAX_VALUE ? " or more" : " to " + greatest));
  }

  /** The command line makes no sense; the message says which value, and the way out. */
  static final class WrongArgument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongArgument(String message) {
      super(message);
    }
  }
}
