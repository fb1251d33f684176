import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';
import { useText } from '../../../app/page-context.ts';
import { Card } from '../../../ui/Card.tsx';
import { Facts } from '../../../ui/Facts.tsx';

/** Người nộp hồ sơ; the one place where the whole personal number is shown. */
export function ApplicantFacts({ dossier }: { readonly dossier: Dossier }) {
  const { work } = useText();
  const { applicant, submitter, organisation } = dossier;
  return (
    <Card title={work.applicant}>
      <Facts
        facts={[
          [work.name, applicant.name],
          [work.personalId, applicant.personalId],
          applicant.birthDate
            ? [work.birthDate, applicant.birthDate.split('-').reverse().join('/')]
            : undefined,
          applicant.sex ? [work.sex, work[applicant.sex]] : undefined,
          applicant.address ? [work.address, applicant.address] : undefined,
          applicant.phone ? [work.phone, applicant.phone] : undefined,
          applicant.email ? [work.email, applicant.email] : undefined,
          [work.capacity, work.capacities[dossier.capacity]],
          submitter ? [work.submitter, submitter.name] : undefined,
          organisation ? [work.organisation, organisation] : undefined,
        ]}
      />
    </Card>
  );
}
