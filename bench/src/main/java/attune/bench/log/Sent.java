package attune.bench.log;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One event to put on a log.
 *
 * @param id by which what follows from it will name it
 * @param message the record
 */
public record Sent(String id, ProducerRecord<byte[], byte[]> message) {}
