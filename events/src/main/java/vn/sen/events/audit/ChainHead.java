package vn.sen.events.audit;

/**
 * Where the chain of one partition stood.
 *
 * @param topicId of this incarnation of the topic
 * @param next the first offset that was not in the chain
 * @param hash the chain's last hash, hexadecimal
 */
public record ChainHead(String topic, String topicId, int partition, long next, String hash) {}
