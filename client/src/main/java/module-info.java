// SPDX-License-Identifier: Apache-2.0
/**
 * A typed client for the API of an appliance, for both appliances of a pair, for backups that are
 * kept, and for the files in which people declare a pair.
 *
 * @since 0.1
 */
module io.github.bseries.client {
  requires static transitive org.jspecify;
  requires transitive io.github.bseries.core;
  requires com.exceptionfactory.jagged;
  requires com.exceptionfactory.jagged.framework;
  requires com.exceptionfactory.jagged.x25519;
  requires io.github.resilience4j.core;
  requires io.github.resilience4j.retry;
  requires jakarta.json;
  requires jakarta.xml.bind;
  requires java.xml;
  requires okhttp3;
  requires org.slf4j;

  exports io.github.bseries.client;
  exports io.github.bseries.client.backup;
  exports io.github.bseries.client.file;

  opens io.github.bseries.client.internal.xml to
      jakarta.xml.bind;
}
