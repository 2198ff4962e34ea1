package attune.bench.contest;

/** What a figure of a round tells, and in which unit. */
public enum Metric {
    /** Good answers a second. */
    PER_SECOND("req/s", true),
    /** The 99th percentile of latency from the moment due, in milliseconds. */
    P99("p99 ms", false),
    /** Processor time of the server's own processes for each request, in microseconds. */
    CPU("CPU us/req", false),
    /** Records a second. */
    RECORDS("records/s", true),
    /** From the start of a process to its first good answer, in seconds. */
    START("start s", false),
    /** Memory in RAM, in MB (1,000,000 bytes). */
    MEMORY("MB", false);

    private final String unit;
    private final boolean moreIsBetter;

    Metric(String unit, boolean moreIsBetter) {
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    public String unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
