package attune.eventlog.folds;

import java.util.Collection;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts each partition where the fold's stored position is, whatever the group's offsets say: they serve lag tools
 * only.
 */
public final class FoldSeeks implements KafkaBindingRebalanceListener, ApplicationListener<ListenerContainerIdleEvent> {

    private static final String BINDING_SUFFIX = "-in-0";
    private static final String GROUP_PREFIX = "attune.";

    private final Folds folds;

    public FoldSeeks(Folds folds) {
        this.folds = folds;
    }

    @Override
    public void onPartitionsAssigned(String bindingName, Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions, boolean initial) {
        folds.assigned(foldOf(bindingName), consumer, partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(String bindingName, Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions) {
        folds.revoked(foldOf(bindingName), partitions);
    }

    @Override
    public void onApplicationEvent(ListenerContainerIdleEvent event) {
        String group = event.getContainer(MessageListenerContainer.class).getGroupId();
        if (group != null && group.startsWith(GROUP_PREFIX)) {
            String fold = group.substring(GROUP_PREFIX.length());
            folds.rebuildIfAsked(fold, event.getConsumer());
            folds.seekIfGroundWasLost(fold, event.getConsumer());
        }
    }

    private static String foldOf(String bindingName) {
        return bindingName.endsWith(BINDING_SUFFIX)
                ? bindingName.substring(0, bindingName.length() - BINDING_SUFFIX.length())
                : bindingName;
    }
}
