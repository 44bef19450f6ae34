import { useState } from 'react';
import {
  Button,
  ButtonLink,
  Checkbox,
  NumberField,
  SearchField,
  Select,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  parseFleetFilter,
  type WaveChange,
  type WavePlan,
  type WaveRequest,
  waveTargets,
} from '@clusterworks/plugin-clusters-common';
import { useNavigate } from 'react-router-dom';
import { clustersApiRef } from '../../api';
import { reasonOf } from '../../hooks/reasonOf';
import { useUrlState } from '../../hooks/useUrlState';
import { useWaveHrefs } from '../../hooks/useWaveHrefs';
import { clustersTranslationRef } from '../../translation';
import { FilterProblems } from '../FleetFilter';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice } from '../StateNotice';
import { LowerVersion } from './LowerVersion';
import { useUsualVersion } from './useUsualVersion';
import { useWavePlan } from './useWavePlan';
import { WavePlanView } from './WavePlanView';
import { waveVersions } from './waveVersions';
import styles from './Waves.module.css';

/** What the form asks for; the filter and the version stand in the address. */
function useWaveRequest() {
  const [filter, setFilter] = useUrlState('q');
  const [whatText, setWhat] = useUrlState('what');
  const [toText, setTo] = useUrlState('to');
  const [atOnce, setAtOnce] = useState(5);
  const [settleMinutes, setSettleMinutes] = useState(30);
  const [acceptDegraded, setAcceptDegraded] = useState(false);
  const what: WaveChange['what'] =
    waveTargets.find(each => each === whatText) ?? 'kubernetes';
  const versions = waveVersions[what];
  const chosen = versions.find(each => each === toText);
  const { usual, isLoading } = useUsualVersion(what, filter, {
    paused: chosen !== undefined,
  });
  const to = chosen ?? usual ?? versions[0];
  const request: WaveRequest = {
    ...{ change: { what, to }, atOnce, settleMinutes, acceptDegraded },
    ...(filter ? { filter } : {}),
  };
  return {
    ...{ request, filter, setFilter, what, setWhat, to, setTo, versions },
    ...{ atOnce, setAtOnce, settleMinutes, setSettleMinutes, isLoading },
    ...{ acceptDegraded, setAcceptDegraded },
  };
}

function WaveFields({ form }: { form: ReturnType<typeof useWaveRequest> }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={t('waves.form.what')}
          value={form.what}
          onChange={key => form.setWhat(String(key))}
          options={waveTargets.map(value => ({
            ...{ value, label: t(`waves.what.${value}`) },
          }))}
        />
        <Select
          label={t('waves.form.to')}
          value={form.isLoading ? null : form.to}
          onChange={key => form.setTo(String(key))}
          options={form.versions.map(value => ({ value, label: value }))}
        />
      </div>
      <SearchField
        label={t('waves.form.filter')}
        description={t('waves.form.filterHint')}
        value={form.filter}
        onChange={form.setFilter}
      />
      <div className={styles.pair}>
        <NumberField
          label={t('waves.form.atOnce')}
          minValue={1}
          maxValue={50}
          value={form.atOnce}
          onChange={form.setAtOnce}
        />
        <NumberField
          label={t('waves.form.settle')}
          minValue={0}
          maxValue={10_080}
          value={form.settleMinutes}
          onChange={form.setSettleMinutes}
        />
      </div>
      <Checkbox
        isSelected={form.acceptDegraded}
        onChange={form.setAcceptDegraded}
      >
        {t('waves.form.degraded')}
      </Checkbox>
    </>
  );
}

function SubmitButton(props: { plan: WavePlan; request: WaveRequest }) {
  const { plan, request } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const clustersApi = useApi(clustersApiRef);
  const hrefs = useWaveHrefs();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const clusters = plan.stages.flatMap(stage => stage.clusters);
  const start = async () => {
    setBusy(true);
    setError(undefined);
    try {
      // Exactly the clusters that are shown, whatever matches by now.
      const { filter: _, ...rest } = request;
      const { id } = await clustersApi.startWave({ ...rest, clusters });
      navigate(hrefs.one(id));
    } catch (cause) {
      setError(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <div className={styles.section}>
      <div className={styles.actions}>
        <Button
          variant="primary"
          isDisabled={isBusy || clusters.length === 0}
          onPress={start}
        >
          {t('waves.form.submit', { count: clusters.length })}
        </Button>
      </div>
      {error && (
        <Text as="p" variant="body-small" color="danger" role="alert">
          {t('waves.command.failed', { reason: error })}
        </Text>
      )}
    </div>
  );
}

/** The form that starts a change of many clusters, and its plan while typing. */
export function StartWavePage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefs = useWaveHrefs();
  const form = useWaveRequest();
  const { problems } = parseFleetFilter(form.filter);
  const plan = useWavePlan(form.request, {
    paused: problems.length > 0 || form.isLoading,
  });
  const preview = () => {
    if (problems.length > 0) {
      return (
        <FilterProblems
          filter={form.filter}
          problems={problems}
          onFilterChange={form.setFilter}
        />
      );
    }
    if (!plan.value) {
      return plan.error ? (
        <RequestErrorNotice error={plan.error} onRetry={plan.refresh} />
      ) : (
        <LoadingRows rows={3} />
      );
    }
    return (
      <>
        <WavePlanView plan={plan.value} filter={form.filter} />
        <LowerVersion
          plan={plan.value}
          version={form.versions[form.versions.indexOf(form.to) + 1]}
          onChoose={form.setTo}
        />
        <SubmitButton plan={plan.value} request={form.request} />
      </>
    );
  };
  return (
    <ReadableTones as="main">
      <div className={styles.page}>
        <div className={styles.top}>
          <div className={styles.lead}>
            <Text as="h1" variant="title-small">
              {t('waves.form.title')}
            </Text>
            <Text as="p" variant="body-medium">
              {t('waves.form.intro')}
            </Text>
          </div>
          <div className={styles.actions}>
            <ButtonLink variant="secondary" size="medium" href={hrefs.all}>
              {t('waves.all')}
            </ButtonLink>
          </div>
        </div>
        <div className={styles.form}>
          <WaveFields form={form} />
          {preview()}
        </div>
      </div>
    </ReadableTones>
  );
}
